package cn.wufei.verify;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What the leaf of a posting says.
///
/// @param occurredAt microseconds since 1970
/// @param occurredOn days since 1970
/// @param recordedAt microseconds since 1970
record PostingLeaf(
    long id,
    long transferId,
    short line,
    String unit,
    long debitAccountId,
    long creditAccountId,
    long amount,
    long debitAfter,
    long creditAfter,
    String kind,
    String reference,
    long organisationId,
    long subjectId,
    long occurredAt,
    int occurredOn,
    long recordedAt,
    @Nullable Long reversesId) {

  private static final int TAG = 0x50;

  /// Reads the content of a leaf, or null when it is not that of a posting.
  static @Nullable PostingLeaf of(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    try {
      if (bytes.get() != TAG) {
        return null;
      }
      PostingLeaf leaf =
          new PostingLeaf(
              bytes.getLong(),
              bytes.getLong(),
              bytes.getShort(),
              text(bytes),
              bytes.getLong(),
              bytes.getLong(),
              bytes.getLong(),
              bytes.getLong(),
              bytes.getLong(),
              text(bytes),
              text(bytes),
              bytes.getLong(),
              bytes.getLong(),
              bytes.getLong(),
              bytes.getInt(),
              bytes.getLong(),
              opt(bytes));
      return bytes.hasRemaining() ? null : leaf;
    } catch (BufferUnderflowException | CharacterCodingException | IllegalArgumentException e) {
      return null;
    }
  }

  private static String text(ByteBuffer bytes) throws CharacterCodingException {
    int length = bytes.getShort();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
  }

  private static @Nullable Long opt(ByteBuffer bytes) {
    return switch (bytes.get()) {
      case 0 -> null;
      case 1 -> bytes.getLong();
      default -> throw new IllegalArgumentException("neither absent nor present");
    };
  }
}
