package cn.wufei.exchange.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one of the two users gets into the database.
record DatabaseUser(String url, String name, String password) {

  private static final Pattern DATABASE = Pattern.compile("(//[^/?]*/)[^?]*");

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, name, password);
  }

  /// For a user who may not use the database yet.
  Connection connectToServer() throws SQLException {
    return DriverManager.getConnection(serverUrl(), name, password);
  }

  String serverUrl() {
    return DATABASE.matcher(url).replaceFirst(host -> Matcher.quoteReplacement(host.group(1)));
  }

  /// Never shows the password.
  @Override
  public String toString() {
    return "DatabaseUser[" + name + "]";
  }
}
