/**
 * Where analysts pick a question, segments and a filter and see the table, its picture and the code
 * that reads the same: published figures for anybody, exact ones for stewards.
 */
package org.saualnama.workbench;
