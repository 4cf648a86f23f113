/// Workbooks and CSV files of strangers, read line by line in bounded memory.
@NullMarked
package cn.wufei.exchange.bulk.table;

import org.jspecify.annotations.NullMarked;
