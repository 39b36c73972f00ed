"""Information and advice: pages that editors write in Wagtail and that we show ourselves, on screen and on paper."""
