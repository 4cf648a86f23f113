package planted.stream;

import io.micronaut.data.repository.GenericRepository;

/// A repository under another name.
interface StreamRows extends GenericRepository<StreamName, Long> {}
