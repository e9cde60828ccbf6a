/** Microdata: the released responses as files of the tools that sociologists use, for stewards. */
package org.saualnama.microdata;
