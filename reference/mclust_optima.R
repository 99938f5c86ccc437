# Writes what mclust's default finds (hierarchical start, EM to its default tolerance) for 1..9 components of all 14 models,
# and whether that optimum is real: every component holds at least d + 1 rows (soft count), and with the data whitened by their
# total covariance none has an eigenvalue under 1e-3 (Debian's r-cran-mclust, r-cran-jsonlite).
# usage, in this folder: Rscript mclust_optima.R iris diabetes faithful > mclust-optima.json
suppressMessages({library(mclust); library(jsonlite)})
models <- c("EII","VII","EEI","VEI","EVI","VVI","EEE","VEE","EVE","VVE","EEV","VEV","EVV","VVV")
out <- list(mclust = as.character(packageVersion("mclust")), cells = list())
for (name in commandArgs(TRUE)) {
  d <- read.csv(file.path("datasets", paste0(name, ".csv"))); x <- as.matrix(d[sapply(d, is.numeric)])
  whiten <- solve(chol(cov(x)))
  bic <- mclustBIC(x, verbose = FALSE)
  for (m in models) for (k in 1:9) {
    fit <- tryCatch(summary(bic, x, G = k, modelNames = m), error = function(e) NULL)
    cell <- list(dataset = name, model = m, components = k)
    if (!is.null(fit) && !is.null(fit$loglik) && is.finite(fit$loglik)) {
      sigma <- fit$parameters$variance$sigma
      shares <- sapply(seq_len(k), function(h) min(eigen(t(whiten) %*% sigma[,,h] %*% whiten, symmetric = TRUE)$values))
      counts <- if (k == 1) nrow(x) else colSums(fit$z)
      cell$logLikelihood <- fit$loglik
      cell$fewestRows <- min(counts)
      cell$leastShare <- min(shares)
      cell$real <- min(counts) >= ncol(x) + 1 && min(shares) >= 1e-3
    }
    out$cells[[length(out$cells) + 1]] <- cell
  }
}
cat(toJSON(out, digits = 15, auto_unbox = TRUE, na = "null", pretty = FALSE))
