# Makes dax-returns.csv: daily log returns of the DAX, in percent, 1991-1998.
# Run `Rscript make-returns.R > dax-returns.csv` in this folder.
#
#   return_t = 100 log(close_t / close_{t-1})

dax <- datasets::EuStockMarkets[, "DAX"]
returns <- 100 * diff(log(dax))
cat("year,return\n")
cat(sprintf("%.3f,%.4f\n", as.numeric(time(returns)), as.numeric(returns)), sep = "")
