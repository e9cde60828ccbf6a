/**
 * Published figures in the manner of PxWebApi 2, so that programs written for statistics offices
 * can read them; https://github.com/PxTools/PxApiSpecs has the specification.
 */
package org.saualnama.tables;
