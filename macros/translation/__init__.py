"""English beside the Swedish: texts of records, addresses, and the age of each translation.

The Swedish is the original. Facts, figures, sources and dates stand once, in the Swedish records; only texts have
a translation, and each translation carries a mark of the Swedish text that it translates.
"""
