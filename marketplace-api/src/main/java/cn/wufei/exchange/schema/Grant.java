package cn.wufei.exchange.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of `show grants`: some privileges on one object. A line of another form, such as that
/// of a role, has no object.
///
/// @param object as the server writes it: `*.*`, a database or a table in backticks; empty when
///   there is none
/// @param canGrantOn whether they may be given on
/// @param text the line without the account, whose password hash MariaDB shows
record Grant(Set<String> privileges, String object, boolean canGrantOn, String text) {

  private static final Pattern LINE = Pattern.compile("GRANT (.+?) ON (.+?) TO (.+)");
  private static final Pattern TABLE = Pattern.compile("`((?:[^`]|``)+)`\\.`((?:[^`]|``)+)`");
  private static final Pattern BETWEEN_PRIVILEGES = Pattern.compile(", ?(?![^(]*\\))");

  /// What the user of this connection may do.
  static List<Grant> heldBy(Connection connection) throws SQLException {
    List<Grant> held = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("show grants")) {
      while (lines.next()) {
        held.add(of(lines.getString(1)));
      }
    }
    return held;
  }

  static Grant of(String line) {
    Matcher parts = LINE.matcher(line);
    String text = line.replaceFirst(" TO .*", "");
    if (!parts.matches()) {
      return new Grant(Set.of(), "", false, text);
    }
    Set<String> privileges = new LinkedHashSet<>(List.of(BETWEEN_PRIVILEGES.split(parts.group(1))));
    privileges.remove("USAGE");
    return new Grant(privileges, parts.group(2), parts.group(3).contains("GRANT OPTION"), text);
  }

  /// The line that says only that the user exists.
  boolean isNothing() {
    return privileges.isEmpty() && !object.isEmpty() && !canGrantOn;
  }

  /// The table of the database that it is about, or null.
  @Nullable String tableIn(String database) {
    Matcher names = TABLE.matcher(object);
    boolean isThere = names.matches() && unquoted(names.group(1)).equals(database);
    return isThere ? unquoted(names.group(2)) : null;
  }

  /// Whether it is about the database as a whole; such a name is a pattern, in which a backslash
  /// keeps `_` and `%` from standing for others.
  boolean isOnAllOf(String database) {
    return object.endsWith(".*") && object.replace("\\", "").equals(quoted(database) + ".*");
  }

  /// Whether the application should have it.
  boolean isWithin(String database) {
    String table = tableIn(database);
    Set<String> more = new LinkedHashSet<>(privileges);
    more.remove(TableRights.READING);
    if (table != null) {
      more.removeAll(TableRights.on(table).privileges());
    }
    boolean isOurs = table != null || isOnAllOf(database);
    return isNothing() || (isOurs && more.isEmpty() && !canGrantOn);
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /// A database as a whole, and no other whose name is alike.
  static String quotedPattern(String name) {
    return quoted(name.replace("_", "\\_").replace("%", "\\%"));
  }

  private static String unquoted(String name) {
    return name.replace("``", "`");
  }
}
