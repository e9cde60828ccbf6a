/** What every route shares: the server, its headers, and how refusals are spoken. */
package org.saualnama.http;
