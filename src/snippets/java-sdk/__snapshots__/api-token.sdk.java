import com.okta.sdk.authc.credentials.TokenClientCredentials;
import com.okta.sdk.client.Clients;
import com.okta.sdk.resource.api.GroupApi;
import com.okta.sdk.resource.client.ApiClient;
import com.okta.sdk.resource.model.Group;

class OktaGroups {
    public static void main(String[] args) throws Exception {
        String apiToken = System.getenv("OKTA_API_TOKEN");
        if (apiToken == null || apiToken.isEmpty()) {
            throw new IllegalStateException("Set OKTA_API_TOKEN to the API token.");
        }

        ApiClient client = Clients.builder()
            .setOrgUrl("https://integrator-1234567.okta.com")
            .setClientCredentials(new TokenClientCredentials(apiToken))
            .build();

        GroupApi groupApi = new GroupApi(client);
        for (Group group : groupApi.listGroups(null, null, null, 10, null, null, null, null)) {
            System.out.println(group.getId());
        }
    }
}
