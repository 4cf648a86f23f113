package cn.wufei.exchange.sql;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;

/// Says `limit` where jOOQ's dialect for MariaDB says `fetch next ... rows only`, which MySQL does
/// not know and MariaDB takes either way. The one parameter stays where it was.
@Singleton
@Named("default")
class LimitClause implements ExecuteListenerProvider {

  private static final Pattern FETCH_NEXT = Pattern.compile("fetch next (\\?|\\d+) rows only");

  @Override
  public ExecuteListener provide() {
    return ExecuteListener.onRenderEnd(LimitClause::rewrite);
  }

  private static void rewrite(ExecuteContext context) {
    String rendered = context.sql();
    if (rendered != null) {
      context.sql(withLimit(rendered));
    }
  }

  static String withLimit(String rendered) {
    return FETCH_NEXT.matcher(rendered).replaceAll("limit $1");
  }
}
