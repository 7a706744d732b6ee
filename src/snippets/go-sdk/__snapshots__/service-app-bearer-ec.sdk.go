package main

import (
	"fmt"
	"log"
	"os"

	"github.com/okta/okta-sdk-golang/v6/okta"
)

func main() {
	keyFile := os.Getenv("OKTA_PRIVATE_KEY_FILE")
	if keyFile == "" {
		log.Fatal("Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).")
	}
	privateKey, err := os.ReadFile(keyFile)
	if err != nil {
		log.Fatal(err)
	}
	config, err := okta.NewConfiguration(
		okta.WithOrgUrl("https://integrator-1234567.okta.com"),
		okta.WithAuthorizationMode("PrivateKey"),
		okta.WithClientId("0oaexampleclientid00"),
		okta.WithScopes([]string{"okta.groups.read"}),
		okta.WithPrivateKey(string(privateKey)),
		okta.WithPrivateKeyId("example-key-id"),
	)
	if err != nil {
		log.Fatal(err)
	}
	client := okta.NewAPIClient(config)

	groups, _, err := client.GroupAPI.ListGroups(client.GetConfig().Context).Limit(10).Execute()
	if err != nil {
		log.Fatal(err)
	}
	for _, group := range groups {
		fmt.Println(group.GetId())
	}
}
