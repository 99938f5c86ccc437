# One M-step of mclust (Debian's r-cran-mclust, r-cran-jsonlite) from the hard labels of the class column, and the
# moments that it starts from, for all 14 families.
# usage: Rscript mclust_mstep.R > mclust-mstep.json   (in this folder)
#   counts, scatters:      per class, about its own mean
#   covariances:           mclust's Sigma per class
#   covarianceParameters:  mclust's number of free parameters without those of weights and means
suppressMessages({library(mclust); library(jsonlite)})
models <- c("EII", "VII", "EEI", "VEI", "EVI", "VVI", "EEE", "VEE", "EVE", "VVE", "EEV", "VEV", "EVV", "VVV")
out <- list(mclust = as.character(packageVersion("mclust")), datasets = list())
matrices <- function(x, count) lapply(seq_len(count), function(k) x[, , k])
for (set in list(c("iris", "species"), c("diabetes", "class"))) {
  data <- read.csv(file.path("../../../../reference/datasets", paste0(set[1], ".csv")))
  x <- as.matrix(data[sapply(data, is.numeric)])
  classes <- factor(data[[set[2]]])
  d <- ncol(x)
  K <- nlevels(classes)
  scatter <- function(class) {
    rows <- x[classes == class, , drop = FALSE]
    unname(crossprod(sweep(rows, 2, colMeans(rows))))
  }
  estimates <- lapply(models, function(model) {
    step <- mstep(data = x, modelName = model, z = unmap(classes))
    list(model = model, covariances = matrices(unname(step$parameters$variance$sigma), K),
      covarianceParameters = nMclustParams(model, d, K) - (K - 1) - K * d)
  })
  out$datasets[[length(out$datasets) + 1]] <- list(
    dataset = set[1], dimension = d, counts = as.vector(table(classes)),
    scatters = lapply(levels(classes), scatter), estimates = estimates)
}
cat(toJSON(out, digits = 15, auto_unbox = TRUE, pretty = FALSE))
