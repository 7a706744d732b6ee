package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
)

const (
	tokenURL = "https://integrator-1234567.okta.com/oauth2/v1/token"
	apiURL   = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
	clientID = "0oaexampleclientid00"
	scope    = "okta.groups.read"
)

func main() {
	clientSecret := os.Getenv("OKTA_CLIENT_SECRET")
	if clientSecret == "" {
		log.Fatal("Set OKTA_CLIENT_SECRET to the client secret of the integration.")
	}

	form := url.Values{"grant_type": {"client_credentials"}, "scope": {scope}}
	req, err := http.NewRequest(http.MethodPost, tokenURL, strings.NewReader(form.Encode()))
	if err != nil {
		log.Fatal(err)
	}
	req.SetBasicAuth(clientID, clientSecret)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	body, err := send(req)
	if err != nil {
		log.Fatal(err)
	}
	var token struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.Unmarshal(body, &token); err != nil {
		log.Fatal(err)
	}

	req, err = http.NewRequest(http.MethodGet, apiURL, nil)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+token.AccessToken)
	body, err = send(req)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(body))
}

func send(req *http.Request) ([]byte, error) {
	req.Header.Set("Accept", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		return nil, fmt.Errorf("%s: %s %s", resp.Status, resp.Header.Get("WWW-Authenticate"), body)
	}
	return body, nil
}
