/// W3C credentials: build, sign, verify, read status.
///
/// An issuer drafts a credential ([CredentialDraft]) and signs it ([CredentialIssuer]); a consumer
/// judges it ([CredentialVerifier]) and is told what the credential does not prove. Nothing here
/// touches the network.
@NullMarked
package dev.idos.credentials;

import org.jspecify.annotations.NullMarked;
