import com.okta.sdk.client.AuthorizationMode;
import com.okta.sdk.client.Clients;
import com.okta.sdk.resource.api.GroupApi;
import com.okta.sdk.resource.client.ApiClient;
import com.okta.sdk.resource.model.Group;
import java.nio.file.Path;
import java.util.Set;

class OktaGroups {
    public static void main(String[] args) throws Exception {
        String keyFile = System.getenv("OKTA_PRIVATE_KEY_FILE");
        if (keyFile == null || keyFile.isEmpty()) {
            throw new IllegalStateException("Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).");
        }

        ApiClient client = Clients.builder()
            .setOrgUrl("https://integrator-1234567.okta.com")
            .setAuthorizationMode(AuthorizationMode.PRIVATE_KEY)
            .setClientId("0oaexampleclientid00")
            .setKid("example-key-id")
            .setScopes(Set.of("okta.groups.read"))
            .setPrivateKey(Path.of(keyFile))
            .build();

        GroupApi groupApi = new GroupApi(client);
        for (Group group : groupApi.listGroups(null, null, null, 10, null, null, null, null)) {
            System.out.println(group.getId());
        }
    }
}
