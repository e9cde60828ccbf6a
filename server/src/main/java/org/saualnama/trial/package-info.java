/**
 * The real form, tried by its authors: a preview that stores nothing, a test that counts nothing.
 */
package org.saualnama.trial;
