package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

const apiURL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"

func main() {
	apiToken := os.Getenv("OKTA_API_TOKEN")
	if apiToken == "" {
		log.Fatal("Set OKTA_API_TOKEN to the API token.")
	}

	req, err := http.NewRequest(http.MethodGet, apiURL, nil)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Accept", "application/json")
	req.Header.Set("Authorization", "SSWS "+apiToken)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		log.Fatal(err)
	}
	if resp.StatusCode > 299 {
		log.Fatalf("%s: %s", resp.Status, body)
	}
	fmt.Println(string(body))
}
