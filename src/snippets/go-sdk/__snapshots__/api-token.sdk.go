package main

import (
	"fmt"
	"log"
	"os"

	"github.com/okta/okta-sdk-golang/v6/okta"
)

func main() {
	apiToken := os.Getenv("OKTA_API_TOKEN")
	if apiToken == "" {
		log.Fatal("Set OKTA_API_TOKEN to the API token.")
	}
	config, err := okta.NewConfiguration(
		okta.WithOrgUrl("https://integrator-1234567.okta.com"),
		okta.WithToken(apiToken),
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
