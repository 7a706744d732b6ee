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
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
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

var base64url = base64.RawURLEncoding

func main() {
	keyFile := os.Getenv("OKTA_PRIVATE_KEY_FILE")
	if keyFile == "" {
		log.Fatal("Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).")
	}
	privateKey, err := readPrivateKey(keyFile)
	if err != nil {
		log.Fatal(err)
	}

	assertion, err := signJWT(privateKey,
		map[string]any{"alg": "ES256", "kid": keyID},
		map[string]any{
			"aud": tokenURL,
			"iss": clientID,
			"sub": clientID,
			"exp": time.Now().Add(5 * time.Minute).Unix(),
		})
	if err != nil {
		log.Fatal(err)
	}
	form := url.Values{
		"grant_type":            {"client_credentials"},
		"scope":                 {scope},
		"client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
		"client_assertion":      {assertion},
	}
	req, err := http.NewRequest(http.MethodPost, tokenURL, strings.NewReader(form.Encode()))
	if err != nil {
		log.Fatal(err)
	}
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
