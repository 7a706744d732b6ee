package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const apiURL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"

// hints says what to do about an error; the first code found in a response counts.
var hints = []struct{ code, hint string }{
	{"E0000011", "The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active."},
	{"E0000006", "The owner of the API token lacks the admin role for this: the token has the rights of its owner."},
	{"E0000005", "No usable Authorization header reached Okta."},
	{"E0000047", "The rate limit is still used up: try again later, or make fewer calls."},
}

var (
	httpClient = &http.Client{Timeout: 30 * time.Second}
	nextLink   = regexp.MustCompile(`<([^>]*)>[^<]*rel="next"`)
	origin     = regexp.MustCompile(`^https://[^/]+/`).FindString(apiURL)
)

func main() {
	apiToken := os.Getenv("OKTA_API_TOKEN")
	if apiToken == "" {
		log.Fatal("Set OKTA_API_TOKEN to the API token.")
	}

	for pageURL := apiURL; pageURL != ""; {
		page, err := call(apiToken, pageURL)
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

func call(apiToken, pageURL string) (*answer, error) {
	a, err := send(func() (*http.Request, error) {
		req, err := http.NewRequest(http.MethodGet, pageURL, nil)
		if err != nil {
			return nil, err
		}
		req.Header.Set("Authorization", "SSWS "+apiToken)
		return req, nil
	})
	if err != nil {
		return nil, err
	}
	return a, a.err()
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
