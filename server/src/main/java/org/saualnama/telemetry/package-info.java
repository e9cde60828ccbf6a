/**
 * What an operator may watch: how the server does, and nothing of which one could tell that one
 * person came, or when.
 */
package org.saualnama.telemetry;
