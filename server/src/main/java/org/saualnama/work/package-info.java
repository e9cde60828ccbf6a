/** What takes long and anybody may ask for: a few at a time, made once for many, or put off. */
package org.saualnama.work;
