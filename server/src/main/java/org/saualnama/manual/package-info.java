/** The contract of the API as a page for people, made of {@code openapi.yaml}. */
package org.saualnama.manual;
