package org.isonomia.architecture.planted.domain.identity;

import javax.crypto.Cipher;

/** How somebody proves who they are, with a cipher of its own. */
public record Pass(Cipher cipher) {}
