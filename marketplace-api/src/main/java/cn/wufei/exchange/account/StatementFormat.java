package cn.wufei.exchange.account;

import cn.wufei.exchange.http.Responses;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import org.jspecify.annotations.Nullable;

/// In which form a statement is sent.
enum StatementFormat {
  JSON,
  CSV;

  static final String CSV_TYPE = "text/csv";

  /// What is asked for by name, otherwise what the client accepts.
  static StatementFormat of(@Nullable StatementFormat named, @Nullable String accept) {
    if (named != null) {
      return named;
    }
    return accept != null && accept.contains(CSV_TYPE) ? CSV : JSON;
  }

  HttpResponse<?> answer(
      SeeStatements.Reader statement, @Nullable Long before, int limit, String fileName) {
    return switch (this) {
      case JSON -> HttpResponse.ok(statement.page(before, limit));
      case CSV ->
          HttpResponse.ok(
              new StreamedFile(
                      Responses.valueOf(statement.file()),
                      MediaType.of(CSV_TYPE + ";charset=UTF-8"))
                  .attach(fileName));
    };
  }
}
