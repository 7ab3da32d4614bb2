"""The demonstration: four offices, found by looking at the folders beside this file.

<office>/office.yaml                     who it is and who signs in
<office>/<framework>/assessment.yaml     what is known of the year: made-up answers, means, publishing
<office>/<framework>/*.csv, *.yaml       files as an office would bring them in; the terminal reads them too
"""
