package cn.wufei.indexer.upkeep;

import java.sql.SQLException;

/// Done between two parts of a long work: says that it goes on, and stops it when another instance
/// has taken it over or this one ends.
@FunctionalInterface
interface Step {

  void take() throws SQLException;
}
