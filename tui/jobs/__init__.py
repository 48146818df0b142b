"""What joins the rooms: files into the store, suggestions onto articles. Nothing here prints."""
