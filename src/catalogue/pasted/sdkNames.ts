/**
 * Methods of Okta's SDKs that are not called as the operation that they call, by that operation's id. The SDKs'
 * templates rename these; a test compares them with the SDK for Node.js.
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
