package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const (
	tokenURL = "https://integrator-1234567.okta.com/oauth2/v1/token"
	apiURL   = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
	clientID = "0oaexampleclientid00"
	scope    = "okta.groups.read"
)

// hints says what to do about an error; the first code found in a response counts.
var hints = []struct{ code, hint string }{
	{"invalid_client", "Compare the org domain, the client ID and the client secret with the integration in Okta."},
	{"invalid_scope", "Check the names of the scopes: request at least one, and only okta.* scopes."},
	{"consent_required", "Request only scopes that the integration is registered with."},
	{"insufficient_scope", "The token lacks the scope that WWW-Authenticate names: have it granted, then request it."},
	{"invalid_token", "The access token has expired, or another server issued it."},
	{"E0000006", "The scope is there but the permission is not: check the admin role of the integration."},
	{"E0000005", "No usable Authorization header reached Okta."},
	{"E0000047", "The rate limit is still used up: try again later, or make fewer calls."},
}

var (
	httpClient = &http.Client{Timeout: 30 * time.Second}
	nextLink   = regexp.MustCompile(`<([^>]*)>[^<]*rel="next"`)
	origin     = regexp.MustCompile(`^https://[^/]+/`).FindString(apiURL)
)

func main() {
	clientSecret := os.Getenv("OKTA_CLIENT_SECRET")
	if clientSecret == "" {
		log.Fatal("Set OKTA_CLIENT_SECRET to the client secret of the integration.")
	}
	okta := client{clientSecret: clientSecret}

	for pageURL := apiURL; pageURL != ""; {
		page, err := okta.call(pageURL)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(page.text)
		pageURL, err = nextPage(page)
		if err != nil {
			log.Fatal(err)
		}
	}
}

// A client calls the API with an access token that it keeps until shortly before it expires.
type client struct {
	clientSecret string
	token        string
	expires      time.Time
}

// call sends the request, and once more with a new token when the API refuses the current one.
func (c *client) call(pageURL string) (*answer, error) {
	newRequest := func() (*http.Request, error) { return c.apiRequest(pageURL) }
	a, err := send(newRequest)
	if err == nil && a.StatusCode == http.StatusUnauthorized && strings.Contains(a.details(), "invalid_token") {
		c.expires = time.Time{}
		a, err = send(newRequest)
	}
	if err != nil {
		return nil, err
	}
	return a, a.err()
}

func (c *client) apiRequest(pageURL string) (*http.Request, error) {
	accessToken, err := c.accessToken()
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodGet, pageURL, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+accessToken)
	return req, nil
}

// accessToken gives the current token, or a new one when it expires within a minute.
func (c *client) accessToken() (string, error) {
	if time.Until(c.expires) >= time.Minute {
		return c.token, nil
	}
	a, err := send(c.tokenRequest)
	if err != nil {
		return "", err
	}
	if err := a.err(); err != nil {
		return "", err
	}
	var token struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   int    `json:"expires_in"`
	}
	if err := json.Unmarshal([]byte(a.text), &token); err != nil {
		return "", err
	}
	c.token = token.AccessToken
	c.expires = time.Now().Add(time.Duration(token.ExpiresIn) * time.Second)
	return c.token, nil
}

func (c *client) tokenRequest() (*http.Request, error) {
	form := url.Values{"grant_type": {"client_credentials"}, "scope": {scope}}
	req, err := http.NewRequest(http.MethodPost, tokenURL, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth(clientID, c.clientSecret)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return req, nil
}

// nextPage gives the URL of the next page, or ""; the token never goes to another host.
func nextPage(a *answer) (string, error) {
	link := nextLink.FindStringSubmatch(strings.Join(a.Header.Values("Link"), ", "))
	if link == nil {
		return "", nil
	}
	if !strings.HasPrefix(link[1], origin) {
		return "", fmt.Errorf("the next page is on another host: %s", link[1])
	}
	return link[1], nil
}

// An answer is a response whose body has been read.
type answer struct {
	*http.Response
	text string
}

// details gives what the response says about an error: its WWW-Authenticate headers, then its body.
func (a *answer) details() string {
	details := ""
	for _, value := range a.Header.Values("WWW-Authenticate") {
		details += "WWW-Authenticate: " + value + "\n"
	}
	return details + a.text
}

func (a *answer) err() error {
	if a.StatusCode <= 299 {
		return nil
	}
	message := a.Status + "\n" + a.details()
	for _, h := range hints {
		if strings.Contains(message, h.code) {
			return errors.New(message + "\n" + h.hint)
		}
	}
	return errors.New(message)
}

// send sends a new request, and again after each wait for the rate limit, at most five times.
func send(newRequest func() (*http.Request, error)) (*answer, error) {
	for retries := 0; ; retries++ {
		req, err := newRequest()
		if err != nil {
			return nil, err
		}
		req.Header.Set("Accept", "application/json")
		resp, err := httpClient.Do(req)
		if err != nil {
			return nil, err
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusTooManyRequests || retries == 5 {
			return &answer{resp, string(body)}, nil
		}
		reset, _ := strconv.ParseInt(resp.Header.Get("X-Rate-Limit-Reset"), 10, 64)
		wait := time.Until(time.Unix(reset, 0))
		if wait < time.Second {
			wait = time.Second
		} else if wait > time.Minute {
			wait = time.Minute
		}
		time.Sleep(wait)
	}
}
