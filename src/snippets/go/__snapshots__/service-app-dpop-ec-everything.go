package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
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
	keyID    = "example-key-id"
	scope    = "okta.groups.read"
)

// hints says what to do about an error; the first code found in a response counts.
var hints = []struct{ code, hint string }{
	{"invalid_client", "Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock."},
	{"invalid_scope", "Check the names of the scopes: request at least one, and only okta.* scopes."},
	{"consent_required", "Have a super admin grant the scopes to the app (Okta API Scopes tab)."},
	{"invalid_dpop_proof", "Check the clock: a proof is good for five minutes and for one request."},
	{"insufficient_scope", "The token lacks the scope that WWW-Authenticate names: have it granted, then request it."},
	{"invalid_token", "The access token has expired, or another server issued it."},
	{"E0000006", "The scope is there but the permission is not: give the app an admin role that allows this."},
	{"E0000005", "No usable Authorization header reached Okta."},
	{"E0000047", "The rate limit is still used up: try again later, or make fewer calls."},
}

var (
	base64url  = base64.RawURLEncoding
	httpClient = &http.Client{Timeout: 30 * time.Second}
	nextLink   = regexp.MustCompile(`<([^>]*)>[^<]*rel="next"`)
	origin     = regexp.MustCompile(`^https://[^/]+/`).FindString(apiURL)
)

func main() {
	keyFile := os.Getenv("OKTA_PRIVATE_KEY_FILE")
	if keyFile == "" {
		log.Fatal("Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).")
	}
	privateKey, err := readPrivateKey(keyFile)
	if err != nil {
		log.Fatal(err)
	}
	// This run makes a key pair for the proofs and discards it afterwards.
	dpopKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	okta := client{privateKey: privateKey, dpopKey: dpopKey}

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
	privateKey, dpopKey *ecdsa.PrivateKey
	dpopNonce           string
	token               string
	expires             time.Time
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
	htu, _, _ := strings.Cut(pageURL, "?")
	hash := sha256.Sum256([]byte(accessToken))
	proof, err := dpopProof(c.dpopKey, map[string]any{
		"htm": http.MethodGet,
		"htu": htu,
		"ath": base64url.EncodeToString(hash[:]),
	})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodGet, pageURL, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "DPoP "+accessToken)
	req.Header.Set("DPoP", proof)
	return req, nil
}

// accessToken gives the current token, or a new one when it expires within a minute.
func (c *client) accessToken() (string, error) {
	if time.Until(c.expires) >= time.Minute {
		return c.token, nil
	}
	a, err := send(c.tokenRequest)
	if err == nil && strings.Contains(a.text, "use_dpop_nonce") && a.Header.Get("DPoP-Nonce") != "" {
		c.dpopNonce = a.Header.Get("DPoP-Nonce")
		a, err = send(c.tokenRequest)
	}
	if err != nil {
		return "", err
	}
	if err := a.err(); err != nil {
		return "", err
	}
	if nonce := a.Header.Get("DPoP-Nonce"); nonce != "" {
		c.dpopNonce = nonce
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

// tokenRequest signs a fresh assertion and a fresh proof: the server accepts each only once.
func (c *client) tokenRequest() (*http.Request, error) {
	assertion, err := signJWT(c.privateKey,
		map[string]any{"alg": "ES256", "kid": keyID},
		map[string]any{
			"aud": tokenURL,
			"iss": clientID,
			"sub": clientID,
			"exp": time.Now().Add(5 * time.Minute).Unix(),
		})
	if err != nil {
		return nil, err
	}
	claims := map[string]any{"htm": http.MethodPost, "htu": tokenURL}
	if c.dpopNonce != "" {
		claims["nonce"] = c.dpopNonce
	}
	proof, err := dpopProof(c.dpopKey, claims)
	if err != nil {
		return nil, err
	}
	form := url.Values{
		"grant_type":            {"client_credentials"},
		"scope":                 {scope},
		"client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
		"client_assertion":      {assertion},
	}
	req, err := http.NewRequest(http.MethodPost, tokenURL, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("DPoP", proof)
	return req, nil
}

func readPrivateKey(file string) (*ecdsa.PrivateKey, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode([]byte(strings.TrimPrefix(string(data), "\ufeff")))
	found := "no PEM"
	if block != nil {
		found = block.Type
	}
	if found != "PRIVATE KEY" {
		return nil, fmt.Errorf("Found %s in %s, %s", found, file, "and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p 'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync(\"old.jwk\")), format: \"jwk\" }).export({ type: \"pkcs8\", format: \"pem\" })' > okta-private-key.pem")
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	key, ok := parsed.(*ecdsa.PrivateKey)
	if !ok || key.Curve != elliptic.P256() {
		return nil, fmt.Errorf("%s %s", file, "contains no P-256 key. Choose the code for RSA keys, or make a P-256 key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out okta-private-key.pem")
	}
	return key, nil
}

// signJWT signs the claims together with a fresh jti.
func signJWT(key *ecdsa.PrivateKey, header, claims map[string]any) (string, error) {
	jti := make([]byte, 16)
	if _, err := rand.Read(jti); err != nil {
		return "", err
	}
	claims["jti"] = base64url.EncodeToString(jti)
	headerJSON, err := json.Marshal(header)
	if err != nil {
		return "", err
	}
	claimsJSON, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	input := base64url.EncodeToString(headerJSON) + "." + base64url.EncodeToString(claimsJSON)
	digest := sha256.Sum256([]byte(input))
	r, s, err := ecdsa.Sign(rand.Reader, key, digest[:])
	if err != nil {
		return "", err
	}
	signature := append(r.FillBytes(make([]byte, 32)), s.FillBytes(make([]byte, 32))...)
	return input + "." + base64url.EncodeToString(signature), nil
}

func dpopProof(key *ecdsa.PrivateKey, claims map[string]any) (string, error) {
	claims["iat"] = time.Now().Unix()
	jwk := map[string]string{
		"kty": "EC",
		"crv": "P-256",
		"x":   base64url.EncodeToString(key.X.FillBytes(make([]byte, 32))),
		"y":   base64url.EncodeToString(key.Y.FillBytes(make([]byte, 32))),
	}
	return signJWT(key, map[string]any{"typ": "dpop+jwt", "alg": "ES256", "jwk": jwk}, claims)
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
	if strings.Contains(message, "future") {
		if date, err := http.ParseTime(a.Header.Get("Date")); err == nil {
			message += fmt.Sprintf("\nYour clock is %.0f seconds ahead of Okta's.", time.Since(date).Seconds())
		}
	}
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
