/**
 * What an operator may watch: how the server does, and nothing of which one could tell that
 * somebody came who answers or reads, or when.
 */
package org.saualnama.telemetry;
