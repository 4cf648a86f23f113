package cn.wufei.exchange.http;

import io.micronaut.http.HttpStatus;

/// A header that a write needs is missing or malformed.
final class HeaderProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String header;

  HeaderProblem(HttpStatus status, String code, String header, String sentence) {
    super(sentence, null, false, false);
    this.status = status.getCode();
    this.code = code;
    this.header = header;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String header() {
    return header;
  }
}
