"""An edited Word report read back against its facts."""
