"""The names that ECMA-376 part 2, MS-OFFCRYPTO 2.5.2 and XAdES use in a signed package."""

DS = "http://www.w3.org/2000/09/xmldsig#"
PACKAGE_SIGNATURE = "http://schemas.openxmlformats.org/package/2006/digital-signature"
OFFICE = "http://schemas.microsoft.com/office/2006/digsig"
XADES = "http://uri.etsi.org/01903/v1.3.2#"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
VML_OFFICE = "urn:schemas-microsoft-com:office:office"
NAMESPACES = {"ds": DS, "mdssi": PACKAGE_SIGNATURE, "o": OFFICE, "xd": XADES}
"""Prefixes for paths in code; files may use any."""

C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
RELATIONSHIP_TRANSFORM = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"

OBJECT_TYPE = DS + "Object"
SIGNED_PROPERTIES_TYPE = "http://uri.etsi.org/01903#SignedProperties"
PROOF_OF_APPROVAL = "http://uri.etsi.org/01903/v1.2.2#ProofOfApproval"

SIGNATURE_ID = "idPackageSignature"
PACKAGE_OBJECT_ID = "idPackageObject"
OFFICE_OBJECT_ID = "idOfficeObject"
SIGNED_PROPERTIES_ID = "idSignedProperties"
VALID_PICTURE_ID = "idValidSigLnImg"
INVALID_PICTURE_ID = "idInvalidSigLnImg"
"""Word finds the parts of a signature by these ids; they are the same in every signature."""

RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
ORIGIN_TYPE = "application/vnd.openxmlformats-package.digital-signature-origin"
SIGNATURE_TYPE = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
ORIGIN_RELATION = (
    "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
)
SIGNATURE_RELATION = (
    "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature"
)

MAIN_RELATIONS = frozenset(
    {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    }
)
"""What leads from the package to its document; the second in files of the strict kind."""

CONTENT_TYPES_PART = "/[Content_Types].xml"
ROOT_RELATIONSHIPS_PART = "/_rels/.rels"
SIGNATURE_FOLDER = "/_xmlsignatures/"
ORIGIN_PART = "/_xmlsignatures/origin.sigs"
ORIGIN_RELATIONSHIPS_PART = "/_xmlsignatures/_rels/origin.sigs.rels"

UNSIGNED_RELATIONS = frozenset(
    {
        ORIGIN_RELATION,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
    }
)
"""What Office leaves out too: it rewrites the properties when a second person signs."""
VOLATILE_TYPES = frozenset(
    {
        ORIGIN_TYPE,
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
    }
)
"""The content types of what those lead to; a thumbnail is an image of any type."""
