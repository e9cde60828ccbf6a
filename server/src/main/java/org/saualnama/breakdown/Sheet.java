package org.saualnama.breakdown;

import java.util.List;

/**
 * One sheet of a workbook.
 *
 * @param rows texts, numbers and nulls, from the left
 * @param header whether the first row names the columns
 * @param widths of columns, in characters
 */
public record Sheet(String name, List<List<Object>> rows, boolean header, List<Integer> widths) {}
