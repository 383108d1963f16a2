"""What is measured: how well documents are read, how fast they come in, how fast pages go out."""
