/** Signing in with an outside OpenID Connect provider, and its tokens at the API. */
package org.saualnama.oidc;
