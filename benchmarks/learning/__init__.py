"""What reviews teach: labelled documents replayed as an editor's reviews, and the next hundred answered."""
