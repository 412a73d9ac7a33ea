"""The generator of the knowledge base: data and guidance in, pages out."""
