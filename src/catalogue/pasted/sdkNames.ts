/**
 * Methods of Okta's SDKs whose names differ from those of their operations, by operation id. The
 * SDKs' templates rename them; a test compares them with the SDK for Node.js.
 */
export const sdkNames: Readonly<Record<string, string>> = {
  addGroup: 'createGroup',
  assignLinkedObjectValueForPrimary: 'setLinkedObjectForUser',
  expirePasswordWithTempPassword: 'expirePasswordAndGetTemporaryPassword',
  getSubscriptionsNotificationTypeRole: 'listRoleSubscriptionsByNotificationType',
  getSubscriptionsNotificationTypeUser: 'listUserSubscriptionsByNotificationType',
  listOrgContactTypes: 'getOrgContactTypes',
  listSubscriptionsRole: 'listRoleSubscriptions',
  listSubscriptionsUser: 'listUserSubscriptions',
  resetPassword: 'generateResetPasswordToken',
  setOrgHideOktaUIFooter: 'updateOrgHideOktaUIFooter',
  setOrgShowOktaUIFooter: 'updateOrgShowOktaUIFooter',
  subscribeByNotificationTypeRole: 'subscribeRoleSubscriptionByNotificationType',
  subscribeByNotificationTypeUser: 'subscribeUserSubscriptionByNotificationType',
  unsubscribeByNotificationTypeRole: 'unsubscribeRoleSubscriptionByNotificationType',
  unsubscribeByNotificationTypeUser: 'unsubscribeUserSubscriptionByNotificationType',
};
