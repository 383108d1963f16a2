"""The status timeline of an issue: read (records), then drawn (figure) as ready SVG values."""
