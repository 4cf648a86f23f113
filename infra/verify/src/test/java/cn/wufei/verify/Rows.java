package cn.wufei.verify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The rows that the generator writes, and their leaves. `writeUTF` writes what the ledger calls a
/// text, as long as it has no zero character.
final class Rows {

  private Rows() {}

  record Account(
      long number,
      long id,
      String key,
      String unit,
      String kind,
      long owner,
      @Nullable Long subject,
      @Nullable Long counterparty,
      @Nullable Long site,
      @Nullable Long stream,
      @Nullable String material,
      @Nullable Short year,
      boolean limited,
      long openedAt) {

    byte[] leaf() {
      return bytes(out -> {
        out.writeByte(0x41);
        out.writeLong(number);
        out.writeLong(id);
        out.writeUTF(key);
        out.writeUTF(unit);
        out.writeUTF(kind);
        out.writeLong(owner);
        opt(out, subject);
        opt(out, counterparty);
        opt(out, site);
        opt(out, stream);
        out.writeBoolean(material != null);
        if (material != null) {
          out.writeUTF(material);
        }
        out.writeBoolean(year != null);
        if (year != null) {
          out.writeShort(year);
        }
        out.writeShort(limited ? 1 : 0);
        out.writeLong(openedAt);
      });
    }
  }

  record Transfer(
      long id,
      String kind,
      String reference,
      long organisation,
      long subject,
      long occurredAt,
      LocalDate occurredOn,
      long recordedAt,
      @Nullable Long reverses) {

    Transfer occurring(long at, LocalDate on) {
      return new Transfer(id, kind, reference, organisation, subject, at, on, recordedAt, reverses);
    }

    Transfer reversing(long other) {
      return new Transfer(
          id, kind, reference, organisation, subject, occurredAt, occurredOn, recordedAt, other);
    }

    Transfer referring(String other) {
      return new Transfer(
          id, kind, other, organisation, subject, occurredAt, occurredOn, recordedAt, reverses);
    }

    Transfer recorded(long at) {
      return new Transfer(
          id, kind, reference, organisation, subject, occurredAt, occurredOn, at, reverses);
    }
  }

  record Posting(
      long id,
      Transfer transfer,
      int line,
      String unit,
      long debit,
      long credit,
      long amount,
      long debitAfter,
      long creditAfter) {

    Posting of(Transfer other) {
      return new Posting(id, other, line, unit, debit, credit, amount, debitAfter, creditAfter);
    }

    Posting withLine(int other) {
      return new Posting(id, transfer, other, unit, debit, credit, amount, debitAfter, creditAfter);
    }

    Posting withUnit(String other) {
      return new Posting(id, transfer, line, other, debit, credit, amount, debitAfter, creditAfter);
    }

    byte[] leaf() {
      return bytes(out -> {
        out.writeByte(0x50);
        out.writeLong(id);
        out.writeLong(transfer.id());
        out.writeShort(line);
        out.writeUTF(unit);
        out.writeLong(debit);
        out.writeLong(credit);
        out.writeLong(amount);
        out.writeLong(debitAfter);
        out.writeLong(creditAfter);
        out.writeUTF(transfer.kind());
        out.writeUTF(transfer.reference());
        out.writeLong(transfer.organisation());
        out.writeLong(transfer.subject());
        out.writeLong(transfer.occurredAt());
        out.writeInt((int) transfer.occurredOn().toEpochDay());
        out.writeLong(transfer.recordedAt());
        opt(out, transfer.reverses());
      });
    }
  }

  record Closing(long account, long block, long closedAt) {

    byte[] leaf() {
      return bytes(out -> {
        out.writeByte(0x43);
        out.writeLong(account);
        out.writeLong(block);
        out.writeLong(closedAt);
      });
    }
  }

  private static void opt(DataOutputStream out, @Nullable Long value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value);
    }
  }

  static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }
}
