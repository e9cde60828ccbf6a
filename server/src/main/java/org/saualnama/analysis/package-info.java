/** The exact door: figures that are not protected, for stewards, each look audited. */
package org.saualnama.analysis;
