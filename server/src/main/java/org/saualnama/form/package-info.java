/**
 * The respondents' pages: complete without scripts, and with nothing kept on the server before the
 * last of them.
 */
package org.saualnama.form;
